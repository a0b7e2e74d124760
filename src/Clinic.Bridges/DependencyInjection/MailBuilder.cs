namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses who carries the mails.</summary>
public sealed class MailBuilder
{
    internal MailBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services { get; }
}
