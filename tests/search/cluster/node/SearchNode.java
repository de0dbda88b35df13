import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.opensearch.Version;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;

/**
 * A real OpenSearch node in this process: {@code java -cp 'jars/*' SearchNode HOME key=value ...}
 *
 * <p>It closes at SIGTERM, and when its standard input ends: so it never outlives the tests that started it.
 */
public final class SearchNode extends Node {

    private static final List<String> MODULES = List.of(
        "org.opensearch.transport.Netty4ModulePlugin",
        "org.opensearch.analysis.common.CommonAnalysisModulePlugin",
        "org.opensearch.index.mapper.MapperExtrasModulePlugin",
        "org.opensearch.index.reindex.ReindexModulePlugin",
        "org.opensearch.painless.PainlessModulePlugin");
    private static final int CLOSING_SECONDS = 10;

    private SearchNode(Environment environment) {
        super(environment, MODULES.stream().map(SearchNode::onTheClasspath).toList(), true);
    }

    /** The server's own launcher would read a module's description from its folder; here it is on the class path. */
    private static PluginInfo onTheClasspath(String plugin) {
        return new PluginInfo(plugin, "on the class path", "NA", Version.CURRENT, "21", plugin, List.of(), false);
    }

    @Override
    protected void configureNodeAndClusterIdStateListener(ClusterService service) {
        // It would write the node's name into log lines of the launcher's, which aren't here.
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]).toAbsolutePath();
        for (String folder : List.of("data", "logs", "modules", "plugins")) {
            Files.createDirectories(home.resolve(folder));
        }
        Map<String, String> settings = new HashMap<>(Map.of("path.home", home.toString()));
        for (String setting : List.of(arguments).subList(1, arguments.length)) {
            String[] pair = setting.split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        Environment environment = InternalSettingsPreparer.prepareEnvironment(
            Settings.EMPTY, settings, home.resolve("config"), () -> "node");
        LogConfigurator.registerErrorListener();
        LogConfigurator.configure(environment);
        SearchNode node = new SearchNode(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        waitForTheEndOfInput();
        System.exit(0);
    }

    private static void waitForTheEndOfInput() throws Exception {
        while (System.in.read() >= 0) {
            continue;
        }
    }

    private static void close(SearchNode node) {
        try {
            node.close();
            node.awaitClose(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failed) {
            failed.printStackTrace();
        }
    }
}
