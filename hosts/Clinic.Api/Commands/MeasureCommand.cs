using Clinic.Transcription.Measuring;

namespace Clinic.Api.Commands;

/// <summary>Drafts the visits of files by the offline rules and prints how good the drafts are; reads nothing else.</summary>
internal sealed class MeasureCommand(IReadOnlyList<string> files) : ICommandLine
{
    private const string Usage = "measure FILE.jsonl...   one visit per line; docs/transcription-drafting.md describes the rows and the table";

    public async Task<int> RunAsync()
    {
        if (files.Count == 0 || files.Any(f => f.StartsWith('-')))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        foreach (var file in files)
        {
            try
            {
                var rows = VisitRow.Read(await File.ReadAllTextAsync(Found(file)));
                foreach (var source in rows.GroupBy(r => r.Source, StringComparer.Ordinal))
                    await Console.Out.WriteLineAsync($"{Path.GetFileName(file)} {source.Key}\n{VisitMeasures.Of(source)}");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
            {
                await Console.Error.WriteLineAsync($"{file}: {e.Message}");
                return 1;
            }
        }

        return 0;
    }

    // "dotnet run" works in the folder of the project; the file is meant from where the command was typed.
    private static string Found(string file) =>
        File.Exists(file) || Environment.GetEnvironmentVariable("PWD") is not { } typed ? file : Path.Combine(typed, file);
}
