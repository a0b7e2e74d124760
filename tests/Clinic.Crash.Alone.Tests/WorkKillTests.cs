using System.Collections.Concurrent;
using System.Globalization;
using Clinic.Abstractions;
using Clinic.Racer;
using Clinic.Transcription;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Crash.Alone.Tests;

/// <summary>A worker is killed before and after everything it does; the next one finishes, and nothing is lost or there twice.</summary>
public sealed class WorkKillTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_every_step_no_transcript_draft_or_filing_is_lost_and_none_is_there_twice()
    {
        var root = Directory.CreateTempSubdirectory("clinic-work-");
        try
        {
            var prepared = root.CreateSubdirectory("prepared");
            await using (var practice = new Practice(prepared.FullName)) await practice.OpenAsync(Ct);
            var steps = await StepsAsync(Copy(prepared, root, 0));
            Assert.All(
                (string[])["IWorkStore.LeaseAsync", "IBatchTranscriber.TranscribeAsync", "ISessionAudio.EraseAsync", "IReportDrafter.DraftAsync", "IClinicalRecordSink.FileAsync"],
                call => Assert.Contains($"after {call}", steps));
            Assert.InRange(steps.Count(s => s == "after ICommitStore.CommitAsync"), 7, 12);
            var finished = new ConcurrentBag<int>();
            await Parallel.ForEachAsync(Enumerable.Range(1, steps.Count), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = Ct }, async (step, _) =>
            {
                var folder = Copy(prepared, root, step);
                await KillAtAsync(folder, step);
                await CheckAsync(folder, $"killed {steps[step - 1]} (step {step})");
                finished.Add(step);
            });
            Assert.Equal(steps.Count, finished.Count);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{steps.Count} kills: {string.Join(", ", steps)}"));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    // A whole run, to know what there is to be killed at.
    private static async Task<IReadOnlyList<string>> StepsAsync(string folder)
    {
        using var racer = RacerProcess.Start("work", folder, "0");
        var lines = await racer.ReadToEndAsync(Ct);
        var (code, errors) = await racer.ExitAsync(Ct);
        Assert.True(code == 0, errors);
        return [.. lines.Select(l => l.Split(' ', 3)[2])];
    }

    private static async Task KillAtAsync(string folder, int step)
    {
        using var racer = RacerProcess.Start("work", folder, step.ToString(CultureInfo.InvariantCulture));
        while (true)
        {
            var line = await racer.ReadAsync(Ct) ?? throw new InvalidOperationException((await racer.ExitAsync(Ct)).Errors);
            if (!line.StartsWith($"step {step} ", StringComparison.Ordinal)) continue;
            racer.Kill();
            await racer.ExitAsync(Ct);
            return;
        }
    }

    private static async Task CheckAsync(string folder, string because)
    {
        await using var practice = new Practice(folder);
        // The dead worker's leases end; an attempt that counted makes the next one wait.
        for (var i = 0; i < 3; i++)
        {
            practice.Clock.Advance(Duration.FromMinutes(61));
            Assert.True((await practice.WorkAsync(Ct)).Failed == 0, because);
        }

        Assert.True(await practice.WorkAsync(Ct) == JobReport.Nothing, because);
        var sessions = (await practice.Get<ISessionStore>().ListAsync(Practice.Tenant, new(), new PageRequest(10), Ct)).Items;
        Assert.Equal(3, sessions.Count);
        foreach (var session in sessions)
        {
            var s = session.ToSnapshot();
            Assert.True((s.Status, s.HasTranscript, session.HasAudio) == (SessionStatus.Transcribed, true, false), $"{because}: {s.Status}, audio {s.Audio}");
            Assert.NotEmpty((await practice.Get<TranscriptDesk>().ReadAsync(practice.AsPhysician(), s.Id, Ct)).Current.Segments);
        }

        var reports = new List<ReportSnapshot>();
        foreach (var session in sessions)
        {
            foreach (var one in await practice.Get<IClinicalReportStore>().OfSessionAsync(Practice.Tenant, session.Id, Ct))
                reports.Add((await practice.Get<ReportInquiries>().ReadAsync(practice.AsPhysician(), one.Report, Ct)).Report);
        }

        Assert.Equal([ReportStatus.InReview, ReportStatus.Filed], reports.Select(r => r.Status).Order());
        var (drafted, filed) = (reports.Single(r => r.Status == ReportStatus.InReview), reports.Single(r => r.Status == ReportStatus.Filed));
        Assert.Contains(drafted.Statements, s => s.Text.Contains("500 mg", StringComparison.Ordinal));
        Assert.Equal(drafted.Statements.Count, drafted.Statements.Select(s => (s.Section, s.Text)).Distinct().Count());
        Assert.Equal([filed.Versions.Single().RecordId!], practice.Record.Lines);
        var events = await practice.Get<IOutbox>().LeaseAsync(Practice.Tenant, practice.Clock.Now, practice.Clock.Now, 1000, Ct);
        foreach (var (type, count) in ((string, int)[])[(TranscriptionEvents.TranscriptReady, 3), (TranscriptionEvents.AudioErased, 1), (TranscriptionEvents.ReportDrafted, 1), (TranscriptionEvents.ReportFiled, 1)])
            Assert.True(events.Count(e => e.Type == type) == count, $"{because}: {events.Count(e => e.Type == type)} events {type}");
    }

    private static string Copy(DirectoryInfo from, DirectoryInfo root, int number)
    {
        var to = root.CreateSubdirectory($"step-{number}");
        foreach (var file in from.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(to.FullName, Path.GetRelativePath(from.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            file.CopyTo(path);
        }

        return to.FullName;
    }
}
