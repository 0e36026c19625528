package shop.kontor.architecture.sample;

import org.springframework.modulith.Modulithic;

/** The root of two modules, one of which uses the other without declaring it. */
@Modulithic
public class Sample {}
