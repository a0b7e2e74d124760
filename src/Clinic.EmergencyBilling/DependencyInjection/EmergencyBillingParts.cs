using Clinic.EmergencyBilling;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What the registrations of all parts share.</summary>
internal static class EmergencyBillingParts
{
    public static EmergencyBillingOptions EmergencyOptions(this IServiceProvider provider) => provider.GetRequiredService<IOptions<EmergencyBillingOptions>>().Value;

    public static T Need<T>(this IServiceProvider provider)
        where T : notnull =>
        provider.GetService<T>() ?? throw new InvalidOperationException(
            $"Emergency billing needs {typeof(T).Name} and nobody registered it; choose a storage such as UseInMemory() or UseTurso().");
}
