import { randomInt } from "node:crypto";
import { wordsOf } from "./text-lists";

const words = wordsOf(`
  amber anchor apple arrow aspen badge bamboo basil beacon birch bison bluff bonsai bottle branch breeze brick
  bridge brook bucket butter button cactus candle canoe canyon carbon castle cedar cello chalk cherry cinder
  citrus clay cliff clover cobalt cocoa comet copper coral cotton crane creek cricket crystal curry daisy delta
  denim desert dolphin domino dragon drift eagle ember falcon fern fiddle flint forest fossil garden garlic garnet
  ginger glacier granite grape gravel harbor harvest hazel heron honey indigo island ivory jasmine jigsaw juniper
  kayak kettle lagoon lantern laurel lemon lily linen lotus magnet mango maple marble meadow melon mint mirror
  mosaic mustard nectar nickel nutmeg oasis olive onyx orbit orchid otter oyster paddle panda papaya parrot pebble
  pepper pigeon pine planet plum pocket poppy prairie puzzle quartz quill rabbit radish raven reef ribbon ridge
  river robin rocket saddle saffron salmon sandal satin shadow silver sparrow spruce stone summit sunset tango
  teapot thistle thunder tiger timber tulip tundra turtle valley velvet violet walnut willow winter yarrow zephyr
`);

/** A random password that is easy to type: four words and a number, of about 42 bits. */
export function typablePassword(): string {
  const chosen = Array.from({ length: 4 }, () => words[randomInt(words.length)]);
  return [...chosen, randomInt(1000, 10_000)].join("-");
}
