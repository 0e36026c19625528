package shop.kontor.contract;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the validation of requests in front of the delegates. */
@Configuration(proxyBeanMethods = false)
class ContractConfiguration implements WebMvcConfigurer {

    private final RequestCheck check;

    ContractConfiguration(RequestCheck check) {
        this.check = check;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(check);
    }
}
