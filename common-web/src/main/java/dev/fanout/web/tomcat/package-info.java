/** What is set at Tomcat itself: its own refusals, header times, a connector for operators. */
@NullMarked
package dev.fanout.web.tomcat;

import org.jspecify.annotations.NullMarked;
