package org.kithway.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.DeserializationFeature;

/**
 * The REST interface. Who imports it provides {@link org.kithway.registry.Registry}, {@link
 * org.kithway.ingestion.ImportDesk}, {@link org.kithway.ingestion.Projections}, {@link
 * org.kithway.ingestion.Identities}, {@link org.kithway.search.PeopleSearch}, {@link
 * org.kithway.search.EvidenceSearch}, {@link org.kithway.search.Statements}, {@link
 * org.kithway.search.Introductions}, {@link InstalledConnectors} and a {@link java.time.Clock}.
 */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/kithway/web/web.properties")
@EnableConfigurationProperties(WebSettings.class)
@Import({
    SecurityConfiguration.class,
    Problems.class,
    ErrorPage.class,
    SignInController.class,
    MemberController.class,
    KeyController.class,
    ImportController.class,
    ImportViews.class,
    ImportEvents.class,
    Uploads.class,
    ConnectorController.class,
    People.class,
    PeopleController.class,
    NamedAccounts.class,
    IdentityViews.class,
    IdentityController.class,
    PersonIdentityController.class,
    ExpertController.class,
    AskingWillingness.class,
    RouteController.class,
    QualityController.class,
    Answers.class,
    Reachable.class,
    QuestionController.class,
    SavedSearchController.class,
    AskController.class,
    CodeController.class,
    OperationController.class
})
public class WebConfiguration {
    /** Longest JSON body, in bytes. */
    static final long LONGEST_BODY = 1 << 20;

    @Bean
    JsonMapperBuilderCustomizer webJson() {
        // A misspelt field is told instead of being passed over.
        return json ->
                json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .changeDefaultPropertyInclusion(
                                i -> i.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    /** Archives come as files; no other request has reason to be long. */
    @Bean
    JsonFactoryBuilderCustomizer shortBodies() {
        return factory ->
                factory.streamReadConstraints(
                        StreamReadConstraints.builder().maxDocumentLength(LONGEST_BODY).build());
    }

    @Bean
    WebMvcConfigurer signInPage() {
        return new WebMvcConfigurer() {
            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addViewController("/sign-in").setViewName("forward:/index.html");
            }
        };
    }

    @Bean
    OpenAPI openApi() {
        String key = "key";
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Kithway")
                                .version("v1")
                                .description(
                                        "Archives in; people, experts and introduction routes out."
                                                + " Errors are RFC 9457 problem details.")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        key,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description("A key from POST /api/v1/keys")))
                .addSecurityItem(new SecurityRequirement().addList(key));
    }
}
