/** Pictures that strangers send: measured and rid of what they tell beside the picture, without ever being decoded. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.picture;
