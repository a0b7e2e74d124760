namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses where the pharmacy keeps its data.</summary>
public sealed class PharmacyBuilder
{
    internal PharmacyBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services { get; }
}
