using Clinic.Dispensing.Spoken;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the understanding of spoken and typed commands to an app.</summary>
public static class SpokenServices
{
    /// <summary>Adds the interpreter, without the workflows; needs an <see cref="ISpokenLookup"/>.</summary>
    /// <remarks>Part of <see cref="ClinicDispensingServices.AddClinicDispensing"/>. Calling twice is safe. A singleton: it keeps no state.</remarks>
    public static IServiceCollection AddSpokenCommands(this IServiceCollection services, Action<SpokenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<SpokenOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SpokenOptions>, SpokenOptionsValidator>());
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton(p => new SpokenInterpreter(
            p.GetService<ISpokenLookup>() ?? throw new InvalidOperationException(
                $"Spoken commands need {nameof(ISpokenLookup)} and nobody registered it; choose a stock such as UsePharmacyStock(), or UsePharmacyNames()."),
            p.GetRequiredService<IOptions<SpokenOptions>>()));
        return services;
    }
}
