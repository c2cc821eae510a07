// npm start: builds what is missing, then becomes the server.
import './build.mjs'
import './serve.mjs'
