using System.Globalization;

namespace Clinic.Api.Tour;

/// <summary>Prints each step as one readable line, and counts.</summary>
internal sealed class TourLog(TextWriter output)
{
    private int steps;
    private int failed;

    public void Title(string text)
    {
        output.WriteLine(text);
        output.WriteLine();
    }

    /// <summary>A heading, between blank lines.</summary>
    public void Section(string text)
    {
        output.WriteLine();
        Title(text);
    }

    /// <summary>Prints lines that belong to the step before.</summary>
    public void List(IEnumerable<string> lines)
    {
        foreach (var line in lines) output.WriteLine(line.Length == 0 ? "" : $"          {line}");
    }

    /// <summary>Runs a step; what it returns are the facts that are shown.</summary>
    public async Task StepAsync(string who, string what, Func<Task<string>> act)
    {
        steps++;
        try
        {
            Line("ok    ", who, what, await act());
        }
        catch (Exception e) when (e is TourFailure or HttpRequestException or InvalidOperationException)
        {
            failed++;
            Line("FAILED", who, what, e.Message);
        }
    }

    /// <summary>Prints the sum; the exit code is 0 only if every step was ok.</summary>
    public int Close()
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tour: {steps - failed} of {steps} steps ok"));
        return failed == 0 ? 0 : 1;
    }

    private void Line(string mark, string who, string what, string facts) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{steps,2} {mark} {who,-13} {what}: {facts}"));
}
