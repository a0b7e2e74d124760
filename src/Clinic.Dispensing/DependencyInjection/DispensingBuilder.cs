namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses where dispensing keeps its data, and who answers for stock.</summary>
public sealed class DispensingBuilder
{
    internal DispensingBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services { get; }
}
