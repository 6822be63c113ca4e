import { createPainter } from './stage.ts';

window.subjectStage = createPainter();
