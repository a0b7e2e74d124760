namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses where the pharmacy keeps its data and which of its parts an app uses.</summary>
public sealed class PharmacyBuilder
{
    internal PharmacyBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services { get; }

    // Once each, in any order with the storage: a storage looks for the marks when it is first used.
    internal PharmacyBuilder With(string capability)
    {
        if (!Services.Any(s => s.ImplementationInstance is PharmacyCapability known && known.Name == capability))
            Services.AddSingleton(new PharmacyCapability(capability));
        return this;
    }
}
