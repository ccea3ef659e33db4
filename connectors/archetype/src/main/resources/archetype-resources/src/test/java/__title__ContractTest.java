package ${package};

import org.kithway.connector.Connector;
import org.kithway.connector.tck.ConnectorContract;

class ${title}ContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new ${title}Connector();
    }
}
