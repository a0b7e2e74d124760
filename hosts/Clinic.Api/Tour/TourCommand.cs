using Clinic.Api.Commands;

namespace Clinic.Api.Tour;

/// <summary>Does the main job on a fresh database through HTTP, as different people, and shows the refusals on the way.</summary>
internal sealed class TourCommand(Arguments arguments) : ICommandLine
{
    public async Task<int> RunAsync()
    {
        if (arguments.Verb.Length > 0 || !arguments.Are("keep"))
        {
            await Console.Error.WriteLineAsync("tour         shows the main job on a fresh database\ntour --keep  goes on serving after it");
            return 2;
        }

        await using var server = await TourServer.StartAsync();
        var log = new TourLog(Console.Out);
        log.Title($"Clinic.Libraries: the tour, on a fresh database at {server.Address}");
        await TourSteps.RunAsync(new TourPeople(server.Address), log);
        var code = log.Close();
        if (arguments["keep"] is null) return code;
        await Console.Out.WriteLineAsync($"Serving {server.Address} until Ctrl+C; demo people sign in with {Demo.DemoPeople.Password}. The database goes with it.");
        await server.WaitAsync();
        return code;
    }
}
