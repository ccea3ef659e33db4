package org.kithway.planted.injection.web;

import org.springframework.beans.factory.annotation.Autowired;

final class WrongField {
    @Autowired String name = "";
}
