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
        db script                        prints what is missing as one SQL text
        db down --set NAME --to N --yes  takes the newest migrations of a set back; their data are lost
        db backup [--to FOLDER]          writes a backup, proves it, and describes it beside it
                  [--keys FOLDER]        and writes the keys, into another folder
        db verify                        checks the database itself: pages, references, counts and hashes
        db verify --from FILE            restores a backup on trial and compares everything
        db restore --from FILE           puts a backup in the place of the database
                   [--replace]           even if that holds data; it is moved aside
        db copy --to FILE-OR-ADDRESS     moves everything into an empty database; run it again to go on
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
        catch (TursoException e)
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
        "backup" => arguments.Are("to", "keys") && arguments["to"] is not "" && arguments["keys"] is not "",
        "verify" => arguments.Are("from") && arguments["from"] is not "",
        "restore" => arguments.Are("from", "replace") && arguments["from"] is { Length: > 0 } && arguments["replace"] is null or "",
        "copy" => arguments.Are("to") && arguments["to"] is { Length: > 0 },
        _ => false,
    };

    private int? Version => int.TryParse(arguments["to"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var to) ? to : null;

    private Task<IReadOnlyList<string>> LinesAsync(IServiceProvider services) => (arguments.Verb, arguments[DryRun]) switch
    {
        ("status", _) => services.DatabaseStatusAsync(),
        ("up", null) => services.DatabaseUpAsync(),
        ("up", _) => services.DatabaseDryRunAsync(),
        ("script", _) => services.DatabaseScriptAsync(),
        ("down", _) => services.DatabaseDownAsync(arguments["set"]!, Version!.Value),
        ("backup", _) => services.BackUpAsync(arguments["to"], arguments["keys"], new CommandProgress()),
        ("verify", _) => services.VerifyAsync(arguments["from"], new CommandProgress()),
        ("restore", _) => services.RestoreAsync(arguments["from"]!, arguments["replace"] is not null, new CommandProgress()),
        _ => services.CopyAsync(arguments["to"]!, new CommandProgress()),
    };
}
