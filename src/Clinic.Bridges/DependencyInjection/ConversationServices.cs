using Clinic.Abstractions;
using Clinic.Abstractions.Conversations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the log of what people say to the clinic.</summary>
public static class ConversationServices
{
    /// <summary>Adds consent, log, export and purge; needs a storage, and something that runs jobs.</summary>
    /// <remarks>Calling twice is safe. Singletons: workflows keep no state.</remarks>
    public static IServiceCollection AddClinicConversations(this IServiceCollection services, Action<ConversationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<ConversationOptions, ConversationOptionsValidator>();
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<IIdGenerator, UuidV7Generator>();
        services.TryAddSingleton<ConversationLog>();
        services.TryAddSingleton<ConversationInquiries>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, ConversationPurgeJob>(p => new(
            p.GetRequiredService<IUnitOfWork>(), p.GetRequiredService<IConversationStore>(), p.GetRequiredService<IOptions<ConversationOptions>>().Value,
            p.GetRequiredService<IClock>(), p.GetRequiredService<IIdGenerator>())));
        return services;
    }

    private sealed class ConversationOptionsValidator : IValidateOptions<ConversationOptions>
    {
        public ValidateOptionsResult Validate(string? name, ConversationOptions options)
        {
            var faults = options.Faults().ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
