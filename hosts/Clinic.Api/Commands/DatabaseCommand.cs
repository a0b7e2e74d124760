using System.Globalization;
using Clinic.Abstractions;
using Clinic.Hosts;
using Clinic.Storage.Turso;

namespace Clinic.Api.Commands;

/// <summary>Looks after the database: its schema, its backups, its place.</summary>
internal sealed class DatabaseCommand(Arguments arguments) : ICommandLine
{
    private const string DryRun = "dry-run";

    private const string Usage =
        """
        db status                        says which migrations are applied and which are missing
        db up                            brings the database up to date
        db up --dry-run                  tries what is missing and keeps nothing of it
        db seed --site NAME --zone ZONE --currency CODE
                                         makes the first site with its pharmacy and places of stock; again does nothing twice
        db script                        prints what is missing as one SQL text
        db down --set NAME --to N --yes  takes the newest migrations of a set back; their data are lost
        db backup [--to FOLDER]          writes a backup, proves it, and describes it beside it
                  [--keys FOLDER]        and writes the keys, into another folder
        db verify                        checks the database itself: pages, references, counts and hashes
        db verify --from FILE            restores a backup on trial and compares everything
        db restore --from FILE           puts a backup in the place of the database
                   [--replace]           even if that holds data; it is kept beside
        db copy --to FILE-OR-ADDRESS     moves everything into an empty database; run it again to go on
                [--namespace NAME]       the token of that server is read from TURSO_TARGET_AUTH_TOKEN
        """;

    public async Task<int> RunAsync()
    {
        if (!IsUnderstood())
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using var app = CommandHost.Build(arguments);
        try
        {
            foreach (var line in await LinesAsync(app.Services)) await Console.Out.WriteLineAsync(line);
            return 0;
        }
        catch (Exception e) when (e is IRuleViolation violation)
        {
            var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            foreach (var failure in violation.Failures) await Console.Error.WriteLineAsync($"{failure.Code}: {violation.Describe(failure, language)}");
            return 1;
        }
        catch (Exception e) when (e is TursoException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private bool IsUnderstood() => arguments.Verb switch
    {
        "status" or "script" => arguments.Are(),
        "up" => arguments.Are(DryRun),
        "down" => arguments.Are("set", "to", "yes") && arguments["yes"] is "" && Version is not null && arguments["set"] is { Length: > 0 },
        "seed" => arguments.Are("site", "zone", "currency") && arguments["site"] is { Length: > 0 } && arguments["zone"] is { Length: > 0 } && arguments["currency"] is { Length: > 0 },
        "backup" => arguments.Are("to", "keys") && arguments["to"] is not "" && arguments["keys"] is not "",
        "verify" => arguments.Are("from") && arguments["from"] is not "",
        "restore" => arguments.Are("from", "replace") && arguments["from"] is { Length: > 0 } && arguments["replace"] is null or "",
        "copy" => arguments.Are("to", "namespace") && arguments["namespace"] is not "" && arguments["to"] is { Length: > 0 },
        _ => false,
    };

    private int? Version => int.TryParse(arguments["to"], NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? to : null;

    private Task<IReadOnlyList<string>> LinesAsync(IServiceProvider services) => (arguments.Verb, arguments[DryRun]) switch
    {
        ("status", _) => services.DatabaseStatusAsync(),
        ("up", null) => services.DatabaseUpAsync(),
        ("up", _) => services.DatabaseDryRunAsync(),
        ("seed", _) => SeedAsync(services),
        ("script", _) => services.DatabaseScriptAsync(),
        ("down", _) => services.DatabaseDownAsync(arguments["set"]!, Version!.Value),
        ("backup", _) => services.BackUpAsync(arguments["to"], arguments["keys"], new CommandProgress()),
        ("verify", _) => services.VerifyAsync(arguments["from"], new CommandProgress()),
        ("restore", _) => services.RestoreAsync(arguments["from"]!, arguments["replace"] is not null, new CommandProgress()),
        _ => services.CopyAsync(arguments["to"]!, arguments["namespace"], new CommandProgress()),
    };

    private async Task<IReadOnlyList<string>> SeedAsync(IServiceProvider services)
    {
        var settings = services.GetRequiredService<ClinicSettings>();
        if (!Currency.TryOf(arguments["currency"]!, out var currency)) throw new SetupException($"--currency is '{arguments["currency"]}'; allowed is a code of ISO 4217 such as USD.");
        await services.ReadyDatabaseAsync();
        var places = ActivatorUtilities.CreateInstance<FirstPlaces>(services, settings.Tenant);
        return await places.MakeAsync(arguments["site"]!, arguments["zone"]!, currency);
    }
}
