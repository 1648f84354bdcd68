import type { Random } from "./random";
import { wordsOf } from "./text-lists";

/** First and last names that are heard together, by where families came from. `_` stands for a space. */
const families = [
  {
    weight: 26,
    female: wordsOf("Emily Hannah Megan Claire Rachel Laura Beth Allison Joanne Karen Diane Heather Molly Paige Tara"),
    male: wordsOf("Daniel Andrew Brian Kevin Scott Greg Patrick Nathan Tyler Owen Peter Craig Doug Ethan Walter"),
    last: wordsOf(`Whitaker Harlan Pruitt Sorrell Brandt Kessler Novotny Gallagher Mercer Dunlap Hollis Trask Voss
      Lindgren Beckett Farrow Strand Oakley Rowe Penhale Corbin Ashby Weller Thorne Dwyer Hale Quinlan Marsh Tully`),
  },
  {
    weight: 14,
    female: wordsOf("Sofía Lucía Marisol Elena Carmen Ximena Gabriela Paloma Rosa Daniela Inés"),
    male: wordsOf("Mateo Diego Andrés Rafael Joaquín Emilio Héctor Luis Óscar Tomás Iván"),
    last: wordsOf(`Ortega Villanueva Cordero Medina Salinas Robles Zamora Ibarra Fuentes Quintero Arroyo Benítez
      Cisneros Trujillo Palacios Sandoval Escobar`),
  },
  {
    weight: 10,
    female: wordsOf("Agnieszka Magda Joanna Ewa Kasia Zofia Beata Iwona"),
    male: wordsOf("Tomasz Paweł Marek Krzysztof Adam Jakub Wojciech Piotr"),
    last: wordsOf("Nowicki Zieliński Wójcik Kaczmarek Mazur Sikora Baran Wilk Pawlak Sobczak Kubiak Maciejewski"),
  },
  {
    weight: 9,
    female: wordsOf("Priya Anjali Meera Kavya Deepa Nisha Lakshmi Shreya"),
    male: wordsOf("Arjun Rohan Vikram Sanjay Karthik Anand Nikhil Harish"),
    last: wordsOf("Raman Iyer Deshmukh Kulkarni Mehta Bose Chatterjee Nair Reddy Joshi Banerjee Patil Menon"),
  },
  {
    weight: 8,
    female: wordsOf("Ngozi Amara Folake Adaeze Abena Efua Zainab Wanjiru"),
    male: wordsOf("Chidi Emeka Kwame Kofi Tunde Babajide Kamau Sekou"),
    last: wordsOf("Adeyemi Okafor Mensah Boateng Nwosu Balogun Eze Asante Diallo Kimani Otieno Abara"),
  },
  {
    weight: 8,
    female: wordsOf("Mei Lin Hui Yuki Aiko Haruka Ji-woo Soo-jin"),
    male: wordsOf("Wei Jun Hao Kenji Daichi Ren Min-ho Tae-yang"),
    last: wordsOf("Zhang Liu Huang Xu Zhao Tanaka Mori Nakamura Sato Park Kang Yoon Han Cho"),
  },
  {
    weight: 6,
    female: wordsOf("Linh Thảo Mai Hương Ngọc"),
    male: wordsOf("Minh Quân Đức Hùng Tuấn"),
    last: wordsOf("Nguyễn Trần Phạm Hoàng Vũ Đặng Bùi Đỗ"),
  },
  {
    weight: 6,
    female: wordsOf("Layla Yasmin Noor Rania Samira Hala"),
    male: wordsOf("Omar Karim Yusuf Tariq Nabil Faris"),
    last: wordsOf("Haddad Nasser Khoury Mansour Aziz Darwish Saleh Rahman Qureshi"),
  },
  {
    weight: 5,
    female: wordsOf("Ingrid Astrid Sanna Freja Liv Kirsten"),
    male: wordsOf("Lars Mikkel Anders Jonas Henrik Eirik"),
    last: wordsOf("Lindqvist Sørensen Halvorsen Nygaard Ekström Bergström Dahl Solberg Mäkinen"),
  },
  {
    weight: 4,
    female: wordsOf("Chiara Giulia Francesca Bianca Martina"),
    male: wordsOf("Luca Matteo Paolo Enzo Davide"),
    last: wordsOf("Moretti Bianchi De_Luca Ferrante Galli Caruso Rinaldi Pellegrino"),
  },
  {
    weight: 4,
    female: wordsOf("Elif Zeynep Ayşe Defne Selin"),
    male: wordsOf("Emre Can Mehmet Kerem Burak"),
    last: wordsOf("Kaya Yıldız Demir Aydın Şahin Çelik Arslan"),
  },
] as const;

export type Person = { firstName: string; lastName: string; gender: "Female" | "Male" };

/** A person whose whole name is in none of `taken`; adds it. */
export function inventPerson(random: Random, taken: Set<string>): Person {
  for (;;) {
    const family = random.weighted(families.map((one) => [one, one.weight] as const));
    const gender = random.chance(0.5) ? "Female" : "Male";
    const firstName = random.pick(gender === "Female" ? family.female : family.male);
    const lastName = random.pick(family.last).replace("_", " ");
    const name = `${firstName} ${lastName}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return { firstName, lastName, gender };
  }
}
