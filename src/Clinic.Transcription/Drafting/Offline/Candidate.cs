namespace Clinic.Transcription.Drafting.Offline;

/// <summary>A sentence that may become a statement, with how much it matters.</summary>
internal sealed record Candidate(DraftStatement Statement, Unit Unit, int Order, double Rank, bool Always)
{
    public int Words { get; } = Statement.Text.Split(' ').Length;
}
