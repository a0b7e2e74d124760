using Clinic.Abstractions;
using Clinic.Abstractions.Conversations;
using Clinic.Storage.Turso;
using Clinic.Storage.Turso.Conversations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the database and the stores that every clinic needs.</summary>
public static class ClinicTursoServiceCollectionExtensions
{
    private const string MissingAttachmentKeys =
        "No AttachmentKeyRing is registered. Register the keys of attachments as a singleton; AttachmentKeyRing.Random() is for tests only, " +
        "because attachments of an earlier process could not be opened.";

    /// <summary>Adds the database with unit of work, audit, outbox, jobs, places, people, patients, credentials, attachments and conversations.</summary>
    /// <remarks>
    /// Calling it again changes options only. Register a <see cref="PayloadKeyRing"/> too, and an <see cref="AttachmentKeyRing"/>
    /// if anything is attached. With a <see cref="FieldKeyRing"/> the sensitive columns of patients, buyers and conversations are encrypted.
    /// Before the first use run <see cref="TursoMigrator.UpAsync"/>.
    /// </remarks>
    public static IServiceCollection AddClinicTurso(this IServiceCollection services, Action<TursoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptionsWithValidateOnStart<TursoOptions>();
        if (configure is not null) options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TursoOptions>, TursoOptionsValidator>());
        services.AddTursoSet(CoreSet.Set);
        services.AddTursoSet(ConversationSet.Set);
        services.AddClock();

        // One data source per app: it holds the connections, and a database in memory lives in it.
        services.TryAddSingleton(p => ClinicDatabase.Of(
            p.GetRequiredService<IOptions<TursoOptions>>().Value, EnabledSets(p),
            p.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance));
        services.TryAddSingleton(p => new TursoMigrator(
            p.GetRequiredService<ClinicDatabase>(), p.GetRequiredService<IClock>(), LoggerOf<TursoMigrator>(p)));
        services.TryAddSingleton(p => new TursoOperations(
            p.GetRequiredService<ClinicDatabase>(), p.GetRequiredService<IClock>(), p.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance));
        services.TryAddSingleton(p => new ChangeTrail(p.GetRequiredService<ClinicDatabase>()));
        services.TryAddSingleton(p => new FieldRotation(p.GetRequiredService<ClinicDatabase>(), p.GetService<FieldKeyRing>()));
        services.AddCommits();

        // Stores hold no state of their own.
        services.TryAddSingleton<IAuditLog, TursoAuditLog>();
        services.TryAddSingleton<IAuditSealStore, TursoAuditSealStore>();
        services.TryAddSingleton<IOutbox, TursoOutbox>();
        services.TryAddSingleton<IJobStore, TursoJobStore>();
        services.TryAddSingleton<ITenantDirectory, TursoTenantDirectory>();
        services.TryAddSingleton<ISiteStore, TursoSiteStore>();
        services.TryAddSingleton<ISiteDirectory>(p => p.GetRequiredService<ISiteStore>());
        services.TryAddSingleton<IPersonStore, TursoPersonStore>();
        services.TryAddSingleton<IPersonDirectory>(p => p.GetRequiredService<IPersonStore>());
        services.TryAddSingleton<IPatientStore>(p => new TursoPatientStore(p.GetRequiredService<ClinicDatabase>(), p.GetService<FieldKeyRing>()));
        services.TryAddSingleton<IPatientDirectory>(p => p.GetRequiredService<IPatientStore>());
        services.TryAddSingleton<ICredentialStore, TursoCredentialStore>();
        services.TryAddSingleton<IAttachmentStore, TursoAttachmentStore>();
        services.TryAddSingleton<IConversationStore>(p => new TursoConversationStore(p.GetRequiredService<ClinicDatabase>(), p.GetService<FieldKeyRing>()));
        services.TryAddSingleton(p => new Attachments(
            p.GetRequiredService<IAttachmentStore>(),
            p.GetService<AttachmentKeyRing>() ?? throw new InvalidOperationException(MissingAttachmentKeys),
            p.GetRequiredService<IIdGenerator>(),
            p.GetService<AttachmentOptions>()));
        return services;
    }

    /// <summary>Backs the database up every day; needs <see cref="AddClinicTurso"/> and something that runs jobs.</summary>
    public static IServiceCollection AddTursoBackups(this IServiceCollection services, Action<TursoBackupOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<TursoBackupOptions, TursoBackupOptionsValidator>();
        if (configure is not null) services.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, TursoBackupJob>());
        return services;
    }

    /// <summary>Enables a set of tables; once per name.</summary>
    internal static IServiceCollection AddTursoSet(this IServiceCollection services, TursoSet set)
    {
        if (!services.Any(s => s.ServiceType == typeof(TursoSet) && s.ImplementationInstance is TursoSet known && known.Name == set.Name))
            services.AddSingleton(set);
        return services;
    }

    internal static IServiceCollection AddTursoSet(this IServiceCollection services, string capability, TursoSet set)
    {
        if (!services.Any(s => s.ServiceType == typeof(CapabilitySet) && s.ImplementationInstance is CapabilitySet known && known.Set.Name == set.Name))
            services.AddSingleton(new CapabilitySet(capability, set));
        return services;
    }

    private static IEnumerable<TursoSet> EnabledSets(IServiceProvider provider)
    {
        var enabled = provider.GetServices<PharmacyCapability>().Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return provider.GetServices<TursoSet>().Concat(provider.GetServices<CapabilitySet>().Where(c => enabled.Contains(c.Capability)).Select(c => c.Set));
    }

    private static void AddClock(this IServiceCollection services)
    {
#pragma warning disable RS0030 // The one place where the real clock enters; a host may register another before.
        services.TryAddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
        services.TryAddSingleton<IIdGenerator, UuidV7Generator>();
    }

    private static void AddCommits(this IServiceCollection services)
    {
        services.TryAddSingleton<ICommitStore>(p => new TursoCommitStore(
            p.GetRequiredService<ClinicDatabase>(), p.GetRequiredService<IIdGenerator>(), LoggerOf<TursoCommitStore>(p)));
        services.TryAddSingleton<IUnitOfWork>(p => new UnitOfWork(
            p.GetRequiredService<ICommitStore>(),
            p.GetService<PayloadKeyRing>() ?? throw new InvalidOperationException(TursoOptionsValidator.MissingKeys),
            p.GetRequiredService<IClock>(),
            p.GetRequiredService<IIdGenerator>(),
            p.GetService<UnitOfWorkOptions>()));
    }

    private static ILogger<T> LoggerOf<T>(IServiceProvider provider) =>
        provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
