using Clinic.Abstractions;
using Clinic.Bridges.Dispensing;
using Clinic.Bridges.Jobs;
using Clinic.Bridges.Mail;
using Clinic.Bridges.Sealing;
using Clinic.Pharmacy.Alerts;
using Clinic.Storage.Turso;
using NodaTime;

namespace Clinic.Hosts;

/// <summary>Puts the libraries together as every host needs them.</summary>
public static class ClinicSetup
{
    /// <summary>Adds storage, pharmacy, dispensing, emergency billing, transcription, spoken commands, administration, jobs and mail as the settings say.</summary>
    public static IServiceCollection AddClinic(this IServiceCollection services, ClinicSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddSingleton(settings);
        // Made when first asked for: reading the settings touches no disk.
        services.AddSingleton(p => PayloadKeys.Ring(p.GetRequiredService<ClinicSettings>()));
        services.AddSingleton(p => AttachmentKeys.Ring(p.GetRequiredService<ClinicSettings>()));
        services.AddSingleton(p => AuditKeys.Ring(p.GetRequiredService<ClinicSettings>()));
        // Encryption is switched on by a key; stores in memory keep nothing that could be read later.
        if (FieldKeys.Ring(settings) is { } fieldKeys) services.AddSingleton(fieldKeys);
        services.AddSingleton(Attachments(settings));
        services.AddClinicStorage(settings);
        services.AddDispensing(settings);
        services.AddEmergencyBilling(settings);
        services.AddTranscription(settings);
        services.AddSpokenCommands(o => settings.Section("Spoken").Bind(o)).UsePharmacyNames();
        services.AddClinicAdministration(o => settings.Section("Credentials").Bind(o));
        services.AddClinicConversations(o => settings.Section("Conversations").Bind(o));
        services.AddClinicFhir(o => settings.Section("Fhir").Bind(o));
        services.AddClinicJobs(o => Configure(o, settings));
        services.AddBackups(settings);
        services.AddClinicAuditSealing(o => Configure(o, settings));
        services.AddMail(settings);
        return services;
    }

    private static void AddClinicStorage(this IServiceCollection services, ClinicSettings settings)
    {
        var pharmacy = services.AddClinicPharmacy(o => settings.Section("Pharmacy").Bind(o)).WithEverything()
            .WithAlerts(o => Configure(o, settings.Section("Pharmacy:Alerts")));
        if (settings.Mode == StorageMode.Memory) pharmacy.UseInMemory();
        else pharmacy.UseTurso(o => Configure(o, settings));
    }

    private static void AddDispensing(this IServiceCollection services, ClinicSettings settings)
    {
        var section = settings.Section("Dispensing");
        var dispensing = services.AddClinicDispensing(o => section.Bind(o));
        if (settings.Mode == StorageMode.Memory) dispensing.UseInMemory();
        else dispensing.UseTurso(o => Configure(o, settings));
        dispensing.UsePharmacyStock(o => Configure(o, section.GetSection("Stock")));
    }

    private static void AddEmergencyBilling(this IServiceCollection services, ClinicSettings settings)
    {
        var emergency = services.AddClinicEmergencyBilling(o => settings.Section("EmergencyBilling").Bind(o));
        if (settings.Mode == StorageMode.Memory) emergency.UseInMemory();
        else emergency.UseTurso(o => Configure(o, settings));
        emergency.UsePatientNames().WithSpoken(o => settings.Section("SpokenStays").Bind(o));
        emergency.UsePharmacyCharges(o => settings.Section("EmergencyBilling:Pharmacy").Bind(o));
    }

    private static void AddTranscription(this IServiceCollection services, ClinicSettings settings)
    {
        // Without a key nothing could be kept as it must be, so there is nothing to record with.
        if (!TranscriptionKeys.AreConfigured(settings)) return;
        // Elsewhere than in Development both are configured or neither; a key that lacks is told at the start, not at the first signature.
        if (!settings.IsDevelopment) _ = (TranscriptionKeys.Settings.Read(settings), SignatureKeys.Settings.Read(settings));
        services.AddSingleton(p => TranscriptionKeys.Texts(p.GetRequiredService<ClinicSettings>()));
        services.AddSingleton(p => SignatureKeys.Ring(p.GetRequiredService<ClinicSettings>()));
        var section = settings.Section("Transcription");
        var transcription = services.AddClinicTranscription(o => section.Bind(o)).WithReports(o => section.GetSection("Reports").Bind(o));
        if (section.GetSection("Deepgram").Exists()) transcription.AddDeepgram(o => section.GetSection("Deepgram").Bind(o));
        if (section.GetSection("OpenAI").Exists()) transcription.AddOpenAIDrafts(o => section.GetSection("OpenAI").Bind(o));
        if (settings.Mode == StorageMode.Memory)
        {
            transcription.UseInMemory();
            return;
        }

        transcription.UseTurso(o => Configure(o, settings));
        transcription.UseFileVault(_ => TranscriptionKeys.Vault(settings), o => o.Folder = section["VaultFolder"] is { Length: > 0 } folder ? folder : Path.Combine(settings.DataFolder, "recordings"));
    }

    private static void Configure(TursoOptions options, ClinicSettings settings)
    {
        if (settings.Server is { } server) server.Apply(options);
        else options.DataSource = settings.DataSource;
        options.MaxReaders = settings.Number("Database:MaxReaders", options.MaxReaders, 1, 100);
        options.MaxConnections = settings.Number("Database:MaxConnections", options.MaxConnections, 1, 128);
        options.BusyTimeout = Duration.FromMilliseconds(settings.Number("Database:BusyMilliseconds", 10_000, 10, 120_000));
        options.CommandTimeout = Duration.FromSeconds(settings.Number("Database:CommandSeconds", 30, 1, 3_600));
        options.SlowStatement = Duration.FromMilliseconds(settings.Number("Database:SlowMilliseconds", 500, 0, 3_600_000));
        options.Synchronous = settings.Flag("Database:Durable", true) ? TursoSynchronous.Full : TursoSynchronous.Normal;
    }

    private static void Configure(PharmacyStockOptions options, IConfigurationSection section)
    {
        section.Bind(options);
        // The binder knows no ids: what it made of them is replaced.
        options.HighAlertMedications.Clear();
        foreach (var id in section.GetSection(nameof(options.HighAlertMedications)).GetChildren())
        {
            options.HighAlertMedications.Add(MedicationId.TryParse(id.Value, out var medication)
                ? medication
                : throw new SetupException($"{id.Path} is '{id.Value}'; allowed is the UUID of a medication."));
        }
    }

    private static void Configure(AlertOptions options, IConfigurationSection section)
    {
        // The binder only adds: whoever names the kinds means these and no others.
        if (section.GetSection(nameof(options.Defaults)).Exists()) options.Defaults.Clear();
        section.Bind(options);
    }

    private static AttachmentOptions Attachments(ClinicSettings settings)
    {
        var options = new AttachmentOptions();
        options.LargestBytes = settings.Number("Attachments:LargestBytes", options.LargestBytes, 1, AttachmentOptions.HighestLimit);
        return options;
    }

    private static void Configure(ClinicJobsOptions options, ClinicSettings settings)
    {
        settings.Section("Jobs").Bind(options);
        options.RunHere = settings.RunJobs;
    }

    private static void Configure(SealPublishingOptions options, ClinicSettings settings)
    {
        var section = settings.Section("AuditSeals");
        section.Bind(options);
        // In Development beside the database, so that there is something to look at; elsewhere the place is a decision.
        if (options.Folder is null && settings is { IsDevelopment: true, Mode: not StorageMode.Memory }) options.Folder = Path.Combine(settings.DataFolder, "audit-seals");
    }

    private static void AddMail(this IServiceCollection services, ClinicSettings settings)
    {
        var section = settings.Section("Mail");
        var mail = services.AddClinicMail(o => Configure(o, section)).WithAlertMails().WithStayAlertMails();
        if (section.GetSection("Smtp").Exists()) mail.UseSmtp(o => section.GetSection("Smtp").Bind(o));
        else mail.UsePickupFolder(section["PickupFolder"] is { Length: > 0 } folder ? folder : Path.Combine(settings.DataFolder, "mail"));
    }

    private static void Configure(MailOptions options, IConfigurationSection section)
    {
        options.From = section["From"] ?? options.From;
        options.Language = section["Language"] ?? options.Language;
        foreach (var type in section.GetSection("Recipients").GetChildren())
            options.Recipients[type.Key] = [.. type.GetChildren().Select(a => a.Value).OfType<string>()];
    }
}
