using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Hosts;

namespace Clinic.Api.Commands;

/// <summary>Proves the audit against its seals, or writes it out; an export is proved without the database.</summary>
internal sealed class AuditCommand(Arguments arguments) : ICommandLine
{
    private const string Usage =
        """
        audit verify [--tenant UUID] [--published SEAL.json]                compares the audit of the database with its seals
        audit verify --file AUDIT.jsonl [--published SEAL.json]             compares an export; needs the audit keys and no database
        audit export --file AUDIT.jsonl [--tenant UUID]                     writes the whole audit with its seals
        A published seal tells whether the end of the audit was cut off.
        """;

    public async Task<int> RunAsync()
    {
        var understood = arguments.Verb switch
        {
            "verify" => arguments.Are("file", "tenant", "published"),
            "export" => arguments.Are("file", "tenant") && arguments["file"] is { Length: > 0 },
            _ => false,
        };
        if (!understood)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using var app = CommandHost.Build(arguments);
        try
        {
            return arguments.Verb == "export" ? await ExportAsync(app.Services) : await VerifyAsync(app.Services);
        }
        catch (Exception e) when (e is AuditKeyMissingException or FormatException or IOException or UnauthorizedAccessException or JsonException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    private async Task<int> ExportAsync(IServiceProvider services)
    {
        await ReadyAsync(services);
        await using var file = new FileStream(arguments["file"]!, FileMode.CreateNew, FileAccess.Write);
        var rows = await AuditExport.WriteAsync(services.GetRequiredService<IAuditSealStore>(), Tenant(services), file);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"wrote {rows} entries"));
        return 0;
    }

    private async Task<int> VerifyAsync(IServiceProvider services)
    {
        var published = arguments["published"] is { Length: > 0 } path
            ? JsonSerializer.Deserialize<PublishedSeal>(await File.ReadAllTextAsync(path), ClinicJson.Options)
            : null;
        var keys = services.GetRequiredService<AuditSealKeyRing>();
        AuditFindings findings;
        if (arguments["file"] is { Length: > 0 } export)
        {
            using var reader = File.OpenText(export);
            findings = await AuditExport.VerifyAsync(reader, keys, published);
        }
        else
        {
            await ReadyAsync(services);
            findings = await AuditExport.VerifyAsync(services.GetRequiredService<IAuditSealStore>(), Tenant(services), keys, published);
        }

        foreach (var damage in findings.Damages) await Console.Out.WriteLineAsync(damage.ToString());
        var verdict = findings.IsIntact ? "intact" : string.Create(CultureInfo.InvariantCulture, $"{findings.Damages.Count} damaged");
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{verdict}: {findings.Rows} entries, {findings.Seals} seals, sealed to {findings.SealedTo}, {findings.Unsealed} not sealed yet"));
        return findings.IsIntact ? 0 : 1;
    }

    private TenantId Tenant(IServiceProvider services) => arguments["tenant"] switch
    {
        null => services.GetRequiredService<ClinicSettings>().Tenant,
        var text when TenantId.TryParse(text, out var tenant) => tenant,
        var text => throw new FormatException($"--tenant is '{text}'; allowed is a UUID."),
    };

    private static async Task ReadyAsync(IServiceProvider services)
    {
        if (services.GetRequiredService<ClinicSettings>().Mode == StorageMode.Memory)
            throw new SetupException("Clinic:Storage is 'memory': there is no audit to look at.");
        await services.ReadyDatabaseAsync();
    }
}
