package org.wbl.interviews.report;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Says on a page of its own why something cannot be chosen. */
@ControllerAdvice(basePackageClasses = RefusedFilters.class)
class RefusedFilters {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    String refuse(BadFilter refusal, HttpServletResponse response, Model page) {
        response.reset(); // a workbook that cannot be written is no attachment
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        page.addAttribute("sentence", refusal.getMessage());
        return "progress-refused";
    }
}
