package org.kithway.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;

import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import tools.jackson.databind.json.JsonMapper;

/** Who may ask what: all of it stands here, and what does not stand here is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String[] PAGE = {
        "/", "/index.html", "/sign-in", "/favicon.ico", "/favicon.svg", "/assets/**"
    };
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none';"
                    + " frame-ancestors 'none'; require-trusted-types-for 'script'";
    private static final String PERMISSIONS =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain security(HttpSecurity http, Registry registry, JsonMapper json) {
        String admin = Role.ADMIN.name();
        String member = Role.MEMBER.name();
        ProblemWriter problems = new ProblemWriter(json);
        return http.authorizeHttpRequests(requests ->
                        requests
                                // What was allowed before it went on elsewhere.
                                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(GET, PAGE)
                                .permitAll()
                                .requestMatchers(HEAD, PAGE)
                                .permitAll()
                                .requestMatchers(GET, "/actuator/health/liveness")
                                .permitAll()
                                .requestMatchers(POST, "/api/v1/sign-in")
                                .permitAll()
                                // The code is what whoever was asked can show.
                                .requestMatchers("/api/v1/codes/**")
                                .permitAll()
                                .requestMatchers(GET, "/actuator/health", "/actuator/health/**")
                                .hasRole(member)
                                .requestMatchers("/actuator/**")
                                .hasRole(admin)
                                .requestMatchers("/api/v1/operations/**")
                                .hasRole(admin)
                                .requestMatchers(POST, "/api/v1/identity/estimate")
                                .hasRole(admin)
                                .requestMatchers(POST, "/api/v1/questions/candidates/setting")
                                .hasRole(admin)
                                .requestMatchers("/api/v1/questions/candidates/record")
                                .hasRole(admin)
                                .requestMatchers(POST, "/api/v1/members")
                                .hasRole(admin)
                                .requestMatchers(PATCH, "/api/v1/members/*")
                                .hasRole(admin)
                                .requestMatchers("/api/v1/**")
                                .hasRole(member)
                                .anyRequest()
                                .denyAll())
                .addFilterBefore(
                        new CredentialsFilter(registry.access(), problems),
                        AnonymousAuthenticationFilter.class)
                .exceptionHandling(e ->
                        e.authenticationEntryPoint(unknown(problems))
                                .accessDeniedHandler(denied(problems)))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                // The credentials filter asks for a header instead.
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** Nobody signs in by a password; and so there is no default one. */
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new ProviderNotFoundException("nobody signs in by a password");
        };
    }

    private static AuthenticationEntryPoint unknown(ProblemWriter problems) {
        return (request, response, e) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    response,
                    Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "Sign in by a link (kithway link prints one), or send a key as"
                                    + " Authorization: Bearer kw_…"));
        };
    }

    private static AccessDeniedHandler denied(ProblemWriter problems) {
        return (request, response, e) -> {
            String path = request.getRequestURI();
            boolean known = path.startsWith("/api/v1/") || path.startsWith("/actuator/");
            problems.write(
                    response,
                    known
                            ? Problem.of(
                                    HttpStatus.FORBIDDEN,
                                    "Only an administrator of the organization may do this.")
                            : Problem.NOT_FOUND);
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
