package org.kithway.planted.framework.expertise;

import org.springframework.core.Ordered;

interface WrongOrdered extends Ordered {}
