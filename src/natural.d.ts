// natural types its folder indexes only; these are the single files that are used.
declare module "natural/lib/natural/distance/jaro-winkler_distance.js" {
  const JaroWinklerDistance: (a: string, b: string, options?: { ignoreCase?: boolean }) => number;
  export default JaroWinklerDistance;
}

declare module "natural/lib/natural/stemmers/*.js" {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
