using Clinic.Hosts;
using Clinic.Storage.Turso;

namespace Clinic.Api.Commands;

/// <summary>Says which tables the change trail follows, or follows one more or less closely.</summary>
internal sealed class ChangesCommand(Arguments arguments) : ICommandLine
{
    private const string Usage =
        """
        changes status                                        says which tables are followed
        changes follow --table NAME --detail off|id|after|full  follows a table: its keys, also the row afterwards, also the row before
        """;

    public async Task<int> RunAsync()
    {
        var detail = default(ChangeDetail);
        var understood = arguments.Verb switch
        {
            "status" => arguments.Are(),
            "follow" => arguments.Are("table", "detail") && arguments["table"] is { Length: > 0 }
                && arguments["detail"] is { Length: > 1 } word && !int.TryParse(word, out _) && Enum.TryParse(word, ignoreCase: true, out detail),
            _ => false,
        };
        if (!understood)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        await using var app = CommandHost.Build(arguments);
        if (app.Services.GetRequiredService<ClinicSettings>().Mode == StorageMode.Memory) throw new SetupException("Clinic:Storage is 'memory': there is no table to follow.");
        await app.Services.ReadyDatabaseAsync();
        var trail = app.Services.GetRequiredService<ChangeTrail>();
        try
        {
            if (arguments.Verb == "follow") await trail.FollowAsync(arguments["table"]!, detail);
        }
        catch (ArgumentException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }

        var followed = await trail.FollowedAsync();
        foreach (var (table, kept) in followed) await Console.Out.WriteLineAsync($"{table}: {kept.ToString().ToLowerInvariant()}");
        if (followed.Count == 0) await Console.Out.WriteLineAsync("no table is followed");
        return 0;
    }
}
