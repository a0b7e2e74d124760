namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Goes on registering emergency billing: storage and what joins other domains.</summary>
public sealed class EmergencyBillingBuilder
{
    internal EmergencyBillingBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services { get; }
}
