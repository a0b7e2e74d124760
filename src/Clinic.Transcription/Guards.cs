global using Clinic.Guards;
global using DomainException = Clinic.Transcription.TranscriptionException;
global using DomainRules = Clinic.Transcription.TranscriptionRules;
