global using Clinic.Guards;
global using DomainException = Clinic.Pharmacy.PharmacyException;
global using DomainRules = Clinic.Pharmacy.PharmacyRules;
