export { default } from "loomline-canvas";
