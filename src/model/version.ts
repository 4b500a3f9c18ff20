/** The package's version, as it stands in the provenance of every table. */
export const VERSION = "0.1.0";

/** The number of the study files' own format, as `format: 1` states it. */
export const FORMAT = 1;
