package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Database.class)
class MigrationTest {
    private final HikariDataSource dataSource;
    private final JdbcClient jdbc;

    MigrationTest(Database database) {
        dataSource = database.empty();
        jdbc = JdbcClient.create(dataSource);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void migratesOnceThoughAskedTwice() {
        Registry.migrate(dataSource);
        Registry.migrate(dataSource);

        assertThat(organizations()).isZero();
    }

    @RepeatedTest(5)
    void migratesOnceThoughManyNodesBeginAtOnce() throws Exception {
        Fixture.together(
                3,
                () -> {
                    Registry.migrate(dataSource);
                    return true;
                });

        assertThat(organizations()).isZero();
    }

    @Test
    void leavesTheTablesOfOthersAlone() {
        jdbc.sql("CREATE TABLE of_others (id INTEGER)").update();

        Registry.migrate(dataSource);

        assertThat(organizations()).isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM of_others").query(Long.class).single()).isZero();
    }

    private long organizations() {
        return jdbc.sql("SELECT COUNT(*) FROM organizations").query(Long.class).single();
    }
}
