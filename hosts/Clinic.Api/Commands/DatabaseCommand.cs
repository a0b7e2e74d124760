using Clinic.Hosts;

namespace Clinic.Api.Commands;

/// <summary>Brings the database up to date, or says how it stands.</summary>
internal sealed class DatabaseCommand(Arguments arguments) : ICommandLine
{
    public async Task<int> RunAsync()
    {
        if (arguments.Verb is not ("up" or "status"))
        {
            await Console.Error.WriteLineAsync("db up      brings the database up to date\ndb status  says which migrations are applied and which are missing");
            return 2;
        }

        await using var app = CommandHost.Build(arguments);
        var lines = arguments.Verb == "up" ? await app.Services.DatabaseUpAsync() : await app.Services.DatabaseStatusAsync();
        foreach (var line in lines) await Console.Out.WriteLineAsync(line);
        return 0;
    }
}
