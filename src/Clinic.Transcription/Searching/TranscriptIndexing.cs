using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Searching;

/// <summary>Stages what the index has to learn or forget with a change of a text; nothing is learnt where search is off.</summary>
internal sealed class TranscriptIndexing(ITranscriptIndex index, SearchOptions options)
{
    /// <summary>Goes up when words are folded or chosen in another way, so that everything is indexed anew.</summary>
    public const int Form = 1;

    public ITranscriptIndex Index => index;

    public bool IsOn => options.IsEnabled ?? !index.IsElsewhere;

    public static string TextOf(Transcript transcript) => string.Join('\n', transcript.Segments.Select(s => s.Text));

    public static string TextOf(ReportSnapshot report) => string.Join('\n', report.Statements.Select(s => s.Text).Concat(report.Addenda.Select(a => a.Text)));

    public void Put(IUnit unit, SessionSnapshot session, Transcript current, long version)
    {
        if (!IsOn) return;
        index.Put(unit, new(IndexKey.Of(session.Id), TextOf(current))
        {
            Session = session.Id,
            Site = session.Site,
            Patient = session.Patient,
            Physician = session.Physician,
            Assistant = session.Assistant,
            At = session.CreatedAt,
            Version = version,
        });
    }

    public void Put(IUnit unit, ClinicalReport report)
    {
        var s = report.ToSnapshot();
        // The words of a signed report without consent stay in the record only.
        if (s.Status == ReportStatus.Erased || s.ConsentWithdrawn)
        {
            index.Remove(unit, IndexKey.Of(s.Id));
            return;
        }

        if (!IsOn) return;
        index.Put(unit, new(IndexKey.Of(s.Id), TextOf(s))
        {
            Session = s.Session,
            Site = s.Site,
            Patient = s.Patient,
            Physician = s.Physician,
            Assistant = s.Assistant,
            At = s.StartedAt,
            Version = s.Version,
        });
    }

    public void Remove(IUnit unit, SessionId session) => index.Remove(unit, IndexKey.Of(session));
}
