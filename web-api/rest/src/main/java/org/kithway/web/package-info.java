/** What is asked of Kithway over HTTP: its REST interface, who may use it, and how errors read. */
@NullMarked
package org.kithway.web;

import org.jspecify.annotations.NullMarked;
