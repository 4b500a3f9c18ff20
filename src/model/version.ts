/** The package's version, as it stands in the provenance of every table. */
export const VERSION = "0.1.0";
