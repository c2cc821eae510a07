import type { Content } from './content.ts'

export type Task = { title: Content; href?: string | undefined; hint?: Content; status: Content }
export type TaskListProps = { items: readonly Task[]; idPrefix?: string | undefined }

export const TaskList = ({ items, idPrefix = 'task-list' }: TaskListProps) => (
  <ul class="govuk-task-list">
    {items.map((task, index) => {
      const hintId = `${idPrefix}-${index + 1}-hint`
      const statusId = `${idPrefix}-${index + 1}-status`
      return (
        <li
          class={
            task.href === undefined ? 'govuk-task-list__item' : 'govuk-task-list__item govuk-task-list__item--with-link'
          }
        >
          <div class="govuk-task-list__name-and-hint">
            {task.href === undefined ? (
              <div>{task.title}</div>
            ) : (
              <a
                class="govuk-link govuk-task-list__link"
                href={task.href}
                aria-describedby={task.hint === undefined ? statusId : `${hintId} ${statusId}`}
              >
                {task.title}
              </a>
            )}
            {task.hint !== undefined && (
              <div id={hintId} class="govuk-task-list__hint">
                {task.hint}
              </div>
            )}
          </div>
          <div class="govuk-task-list__status" id={statusId}>
            {task.status}
          </div>
        </li>
      )
    })}
  </ul>
)
