package org.kithway.connector.host;

import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultPluginManager;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginRepository;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;

import java.nio.file.Path;
import java.util.List;

/** PF4J as it is used here: plain jars, described by their manifests, each behind a loader. */
final class Plugins extends DefaultPluginManager {
    /**
     * @param folders of the jars
     * @param sdk the SDK's version; {@code 0.0.0} would silently switch PF4J's version check off
     */
    Plugins(List<Path> folders, String sdk) {
        super(folders);
        if (sdk.equals("0.0.0")) {
            throw new IllegalArgumentException("SDK version 0.0.0: no plugin could be checked");
        }
        setSystemVersion(sdk);
    }

    @Override
    public PluginDescriptorFinder getPluginDescriptorFinder() {
        return super.getPluginDescriptorFinder();
    }

    @Override
    protected PluginRepository createPluginRepository() {
        return new JarPluginRepository(getPluginsRoots());
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new ManifestPluginDescriptorFinder();
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new JarPluginLoader(this) {
            @Override
            protected PluginClassLoader createPluginClassLoader(
                    Path jar, PluginDescriptor descriptor) {
                // What is shared comes first, also where a plugin bundles it by mistake.
                return new PluginClassLoader(
                        pluginManager,
                        descriptor,
                        new SharedPackages(Plugins.class.getClassLoader()),
                        ClassLoadingStrategy.APD);
            }
        };
    }
}
