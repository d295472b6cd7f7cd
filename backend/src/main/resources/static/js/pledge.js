// Everything here improves pages that already work without it.
import { startClock } from "./clock.js";
import { startKeys } from "./keys.js";
import { startForms } from "./forms.js";
import { startRows } from "./rows.js";
import { startBrowser } from "./browser.js";
import { startCanned } from "./canned.js";
import { startDrafts } from "./drafts.js";
import { startOverlays } from "./overlays.js";
import { startVisits } from "./visits.js";

startClock();
startKeys();
startForms();
startDrafts();
startCanned();
startRows();
startOverlays();
startBrowser();
startVisits();
