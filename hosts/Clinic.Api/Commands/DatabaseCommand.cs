using Clinic.Hosts;

namespace Clinic.Api.Commands;

/// <summary>Brings the database up to date, or says how it stands.</summary>
internal sealed class DatabaseCommand(Arguments arguments) : ICommandLine
{
    private const string DryRun = "dry-run";

    private const string Usage =
        """
        db up            brings the database up to date
        db up --dry-run  tries what is missing and keeps nothing of it
        db status        says which migrations are applied and which are missing
        """;

    public async Task<int> RunAsync()
    {
        var understood = arguments.Verb switch
        {
            "up" => arguments.Are(DryRun),
            "status" => arguments.Are(),
            _ => false,
        };
        if (!understood)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using var app = CommandHost.Build(arguments);
        var lines = (arguments.Verb, arguments[DryRun]) switch
        {
            ("status", _) => await app.Services.DatabaseStatusAsync(),
            (_, null) => await app.Services.DatabaseUpAsync(),
            _ => await app.Services.DatabaseDryRunAsync(),
        };
        foreach (var line in lines) await Console.Out.WriteLineAsync(line);
        return 0;
    }
}
